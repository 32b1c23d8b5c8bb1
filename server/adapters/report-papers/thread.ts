/** The thread that writes one paper. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Report } from '../../contract/report.ts';
import { type PaperWanted, writePaper } from './write-paper.ts';

const { report, wanted } = workerData as { report: string; wanted: PaperWanted };
const paper = await writePaper(JSON.parse(report) as Report, wanted);
// Bytes of a pool belong to others too, and cannot be handed over.
const own = new Uint8Array(paper);
parentPort?.postMessage(own, [own.buffer]);
