// A drawing (SVG) in pixels, by the browser itself.
const SCALE = 2; // pixels for each of the drawing

const measured = (svg: string, name: string): number => Number(new RegExp(`<svg[^>]* ${name}="(\\d+)"`).exec(svg)?.[1] ?? 0);

/** Rejects where the browser cannot draw it. */
export async function toPng(svg: string): Promise<Blob> {
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = SCALE * measured(svg, 'width');
    canvas.height = SCALE * measured(svg, 'height');
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => {
      canvas.toBlob((made) => (made === null ? reject(new Error('no picture')) : resolve(made)), 'image/png');
    });
  } finally {
    URL.revokeObjectURL(address);
  }
}
