/** Closes a test run with the skipped tests and their reasons, and one last line: `N passed, N failed, N skipped`. */
import { writeSync } from 'node:fs';
import type { Reporter, TestCase, TestModule, TestRunEndReason } from 'vitest/node';

interface Report {
  passed: number;
  failed: number;
  skipped: string[];
  /** Passed, but only when they were tried again. */
  late: string[];
}

/** Why a test did not run; only `context.skip(reason)` carries a reason of its own. */
function reasonOf(test: TestCase): string {
  const result = test.result();
  if (result.state === 'skipped' && result.note) return result.note;
  const reasons = {
    todo: 'not written yet',
    skip: 'no reason given',
    only: 'did not run',
    run: 'did not run',
  };
  return reasons[test.options.mode];
}

/** A file that does not load, or a hook that fails, is one failure: its tests are not counted anywhere else. */
function brokenParts(file: TestModule): number {
  return [file, ...file.children.allSuites()].filter((part) => part.errors().length > 0).length;
}

function count(files: readonly TestModule[]): Report {
  const report: Report = { passed: 0, failed: 0, skipped: [], late: [] };
  for (const file of files) {
    report.failed += brokenParts(file);
    for (const test of file.children.allTests()) {
      const { state } = test.result();
      if (test.diagnostic()?.flaky)
        report.late.push(`tried twice: ${file.relativeModuleId} > ${test.fullName}`);
      if (state === 'passed') report.passed += 1;
      else if (state === 'failed') report.failed += 1;
      else report.skipped.push(`skipped: ${file.relativeModuleId} > ${test.fullName} (${reasonOf(test)})`);
    }
  }
  return report;
}

export default class ClosingLine implements Reporter {
  #report: Report = { passed: 0, failed: 1, skipped: [], late: [] };

  /** Printed as the process ends, because other reporters still write when the run has ended. */
  onInit(): void {
    process.once('exit', () => {
      const { passed, failed, skipped, late } = this.#report;
      const lines = [...skipped, ...late, `${passed} passed, ${failed} failed, ${skipped.length} skipped`];
      writeSync(1, `${lines.join('\n')}\n`);
    });
  }

  onTestRunEnd(files: readonly TestModule[], errors: readonly unknown[], reason: TestRunEndReason): void {
    this.#report = count(files);
    this.#report.failed += errors.length;
    // A run that did not pass must not read as if it had (no test found, interrupted).
    if (reason !== 'passed' && this.#report.failed === 0) this.#report.failed = 1;
  }
}
