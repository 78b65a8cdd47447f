// On paper the map stands as a picture of what is seen: what WebGL has drawn is not kept until it is printed.
import type { Map as LibreMap } from 'maplibre-gl';

/** Puts the picture in the map's element while the page is printed. Gives back what ends it. */
export function followPrint(map: LibreMap, where: Window): () => void {
  const picture = where.document.createElement('canvas');
  picture.className = 'map-print';
  const before = (): void => {
    map.redraw();
    const drawn = map.getCanvas();
    [picture.width, picture.height] = [drawn.width, drawn.height];
    picture.getContext('2d')?.drawImage(drawn, 0, 0); // at once: the next task finds nothing drawn
    map.getContainer().append(picture);
  };
  const after = (): void => picture.remove();
  where.addEventListener('beforeprint', before);
  where.addEventListener('afterprint', after);
  return () => {
    where.removeEventListener('beforeprint', before);
    where.removeEventListener('afterprint', after);
  };
}
