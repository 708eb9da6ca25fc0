import { performance } from "node:perf_hooks";
import { SingleBar } from "cli-progress";

/** What a stage of a build took. */
export interface StageReport {
  readonly name: string;
  /** By the clock. */
  readonly seconds: number;
  /** Of processor time of this process; of stages that run beside each other, each tells that of both. */
  readonly processorSeconds: number;
  /** Bytes that this process took at most, up to the end of the stage. */
  readonly peakMemory: number;
}

/** Told of so many more things that are done. */
export type Tell = (more?: number) => void;

/** Stages shorter than this are not shown, in milliseconds. */
const patience = 2000;

/** The stages of a build: measured, and shown on a terminal while they last. Nothing is shown where the output is a file or a pipe, or in CI. */
export class Stages {
  private readonly done: StageReport[] = [];
  private readonly since = performance.now();
  private bar: SingleBar | undefined;
  private shown = "";

  constructor(private readonly isShown = process.stderr.isTTY === true && process.env.CI === undefined) {}

  /** All stages that have ended, in the order of their ends. */
  get reports(): readonly StageReport[] {
    return this.done;
  }

  /** Does a stage of so many things, as far as that is known, and measures it. */
  async run<Result>(name: string, work: (tell: Tell) => Promise<Result> | Result, total = 0): Promise<Result> {
    const [start, before] = [performance.now(), process.cpuUsage()];
    let count = 0;
    try {
      return await work((more = 1) => {
        count += more;
        this.show(name, count, total);
      });
    } finally {
      this.hide(name);
      const { user, system } = process.cpuUsage(before);
      this.done.push({
        name,
        seconds: (performance.now() - start) / 1000,
        processorSeconds: (user + system) / 1e6,
        peakMemory: process.resourceUsage().maxRSS * 1024,
      });
    }
  }

  /** Of stages beside each other the one that is told of first is shown until its end. */
  private show(name: string, count: number, total: number): void {
    if (!this.isShown || performance.now() - this.since < patience) return;
    if (this.bar === undefined) {
      this.shown = name;
      this.bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true, stream: process.stderr });
      this.bar.start(total, count, { name });
    } else if (this.shown === name) this.bar.update(count);
  }

  private hide(name: string): void {
    if (this.shown !== name) return;
    this.bar?.stop();
    this.bar = undefined;
    this.shown = "";
  }
}

const format = "{name} {bar} {value} of {total}, {eta_formatted} left";
