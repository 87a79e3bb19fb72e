/** A progress bar on one line of stderr; says nothing when nobody is looking, so that logs stay clean. */
export function progressOn(stream: NodeJS.WriteStream): (label: string, done: number, total: number) => void {
  let shown = -1
  return (label, done, total) => {
    if (!stream.isTTY || total <= 0) return
    const share = Math.min(1, done / total)
    const percent = Math.floor(share * 100)
    if (percent === shown) return
    shown = percent === 100 ? -1 : percent
    const filled = Math.round(share * 30)
    const bar = `${'█'.repeat(filled)}${'░'.repeat(30 - filled)}`
    stream.write(`\r${label} ${bar} ${percent}%${percent === 100 ? '\n' : ''}`)
  }
}
