// Long minutes are drawn a little a task, so that the page answers the reader in between.

/** So many parts are drawn in a task: some 10 ms on a desk, and below 50 on a phone. */
const A_TASK = 3;

export class Filling {
  #drawing = false;

  /**
   * @param {(parts: number) => boolean} draw draws so many parts; gives whether there was one
   * @param {(drawing: boolean) => void} tell called after each task
   */
  constructor(draw, tell) {
    this.draw = draw;
    this.tell = tell;
  }

  /** Draws what is left, unless it is being drawn already. */
  begin() {
    if (this.#drawing) return;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const drawing = this.draw(A_TASK);
      if (drawing) port2.postMessage(null);
      else {
        port1.close();
        this.#drawing = false;
      }
      this.tell(drawing);
    };
    this.#drawing = true;
    port2.postMessage(null);
  }
}
