/** Makes a photo as large as it is useful, so that it goes through a weak network; other files stay as they are. */
const LONGEST_PX = 2000
const SMALL_ENOUGH_BYTES = 600_000

export async function smaller(file: File): Promise<Blob> {
  if (!file.type.startsWith('image/') || file.size < SMALL_ENOUGH_BYTES) return file
  const bitmap = await createImageBitmap(file).catch(() => undefined)
  if (!bitmap) return file
  const scale = Math.min(1, LONGEST_PX / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  return new Promise((done) => canvas.toBlob((blob) => done(blob ?? file), 'image/jpeg', 0.85))
}
