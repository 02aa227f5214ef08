import { queryOptions } from '@tanstack/react-query';
import { answer, get } from './http.client.ts';
import type { paths } from './openapi.gen.ts';

type FileList = paths['/api/records/{id}/files']['get']['responses'][200]['content']['application/json'];
export type RecordFile = FileList['files'][number];

const at = (record: string): string => `records/${encodeURIComponent(record)}/files`;

/** Files of a record, as far as one may see them. */
export const filesOf = (record: string) =>
  queryOptions({
    queryKey: ['files', record],
    queryFn: () => get<FileList>(at(record)),
    staleTime: 0,
  });

export const fileAddress = (id: string): string => `/api/files/${encodeURIComponent(id)}`;

/** Sends a file as it is; `sent` hears which part of it is through. */
export function addFile(
  record: string,
  file: File,
  told: { readonly note: string; readonly public: boolean },
  sent: (part: number) => void,
): Promise<FileList> {
  const form = new FormData();
  form.append('note', told.note);
  form.append('public', String(told.public));
  form.append('files', file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/api/${at(record)}`);
    request.upload.onprogress = ({ loaded, total }) => sent(total > 0 ? loaded / total : 0);
    request.onerror = () => reject(new TypeError('network'));
    request.onload = () => {
      const response = new Response(request.responseText, { status: request.status });
      answer<FileList>(response).then(resolve, reject);
    };
    request.send(form);
  });
}

export const markFile = async (id: string, open: boolean): Promise<RecordFile> =>
  answer(
    await fetch(fileAddress(id), {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ public: open }),
    }),
  );

export const withdrawFile = async (id: string, why: string): Promise<RecordFile> =>
  answer(await fetch(`${fileAddress(id)}?why=${encodeURIComponent(why)}`, { method: 'DELETE' }));
