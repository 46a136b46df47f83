import type { ContentsModel, FileModel } from '../../../views/parts/contents.ts';
import type { Attachment, Post } from '../../community/post.ts';

/** What a post has besides its text. What is not for every eye is warned of, though its author said no more. */
export function detailsOf({ details = {}, deletedAt }: Post): Partial<ContentsModel> {
  if (deletedAt !== undefined) return {};
  const { sensitive, warning, abstract, language, attachments, link, event } = details;
  return {
    ...(warning === undefined ? {} : { warning }),
    ...(sensitive && warning === undefined ? { sensitive } : {}),
    ...(abstract === undefined ? {} : { abstract }),
    ...(language === undefined ? {} : { lang: language }),
    ...(attachments === undefined ? {} : { attachments: attachments.map(fileModel) }),
    ...(link === undefined ? {} : { link }),
    ...(event === undefined ? {} : { event }),
  };
}

/** A file of this server's own is shown, by its path; one elsewhere is named. */
function fileModel({ kind, url, alt, width, height, here }: Attachment): FileModel {
  return {
    kind,
    url,
    ...(alt === undefined ? {} : { alt }),
    ...(width === undefined ? {} : { width }),
    ...(height === undefined ? {} : { height }),
    ...(here === undefined ? {} : { shown: { path: pathIn(url), ...previewOf(here) } }),
  };
}

const previewOf = ({
  preview,
  small,
}: NonNullable<Attachment['here']>): Pick<NonNullable<FileModel['shown']>, 'preview'> =>
  preview === undefined || small === undefined ? {} : { preview: { path: pathIn(preview), ...small } };

const pathIn = (url: string): string => new URL(url).pathname;
