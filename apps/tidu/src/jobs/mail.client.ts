import { createTransport, type Transporter } from 'nodemailer';

/** Sends one mail; what it throws says why it did not. */
export type SendMail = (mail: { to: string; subject: string; text: string; key: string }) => Promise<void>;

/**
 * Mail through the server that `SMTP_URL` names (`smtps://name:password@mail.example.cn`), from
 * `TIDU_MAIL_FROM`; nothing where either is missing. The address with its password is kept out of every error.
 */
export function mailBy(env: Readonly<Record<string, string | undefined>>): SendMail | undefined {
  const { SMTP_URL: url, TIDU_MAIL_FROM: from } = env;
  if (!url || !from) return undefined;
  const transport: Transporter = createTransport(url, { from });
  return async ({ to, subject, text, key }) => {
    try {
      await transport.sendMail({
        to,
        subject,
        text,
        headers: { 'Idempotency-Key': key, 'Auto-Submitted': 'auto-generated' },
        // Who gets it twice, because it was not known that it had been sent, sees it once.
        messageId: `<${key.replace(/[^\w.-]+/g, '.')}@tidu>`,
      });
    } catch (cause) {
      throw new Error(withoutSecrets((cause as Error).message, url));
    }
  };
}

function withoutSecrets(message: string, url: string): string {
  const secrets = URL.canParse(url) ? [new URL(url).password, decodeURIComponent(new URL(url).password)] : [];
  return secrets
    .filter((secret) => secret !== '')
    .reduce((text, secret) => text.replaceAll(secret, '•••'), message.replaceAll(url, 'SMTP_URL'));
}
