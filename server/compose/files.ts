import path from 'node:path';
import type { House } from '../actions/house.ts';
import type { Config } from '../config.ts';
import { createArrivals } from '../media/arrivals.ts';
import { createFfmpeg } from '../media/ffmpeg.ts';
import { createMediaFiles } from '../media/files.ts';
import { createPictures } from '../media/pictures.ts';
import { createRecordings } from '../media/recordings.ts';
import { createS3Files } from '../media/s3-files.ts';

type Parts = Pick<House, 'mediaFiles' | 'pictures' | 'recordings'>;

/**
 * Files of this server's own: on its disk, or in the bucket that the configuration names, and what makes them of what
 * is sent.
 */
export function composeFiles({ dataDir, bucket, recordings }: Config): Parts & { readonly endMaking: () => void } {
  const arrivals = createArrivals(path.join(dataDir, 'media', 'arriving'));
  const disk = createMediaFiles(path.join(dataDir, 'media'), arrivals);
  const pictures = createPictures();
  const ffmpeg = createFfmpeg({ off: recordings === 'off' });
  return {
    mediaFiles: bucket === undefined ? disk : createS3Files(bucket, disk),
    pictures,
    recordings: createRecordings({ ffmpeg, arrivals, pictures }),
    endMaking: ffmpeg.close,
  };
}
