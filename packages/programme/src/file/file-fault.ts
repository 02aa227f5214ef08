const faults = {
  'file-too-large': ['is larger than 50 MB', 'split it, or scan at a lower resolution'],
  'file-empty': ['is empty', 'choose the file again'],
  'file-type': [
    'is none of the types that are taken',
    'hand in PDF, Word (docx), Excel (xlsx), JPEG, PNG, CSV, JSON or GeoJSON, with its usual extension and without macros',
  ],
  'file-missing': [
    'is no longer in the data folder',
    'restore the folder "files" of the data folder from a backup, together with the database',
  ],
  'file-withdrawn': ['has been withdrawn', 'hand in another one'],
  'file-none': ['there was none', 'choose at least one file'],
} as const;

/** Something is wrong with a file: which, what, and what to do. */
export class FileFault extends Error {
  readonly code: keyof typeof faults;
  readonly remedy: string;
  constructor(code: keyof typeof faults, name: string) {
    super(`"${name}": ${faults[code][0]}`);
    this.name = 'FileFault';
    this.code = code;
    this.remedy = faults[code][1];
  }
}
