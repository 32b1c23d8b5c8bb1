/** Answer of `GET /api/v1/running`: what is running here, for whoever sets up screens. */

export interface Running {
  /** Of Loket: `0.6.0`. */
  readonly version: string;
  /** Where other machines and phones find the pages: `LOKET_PUBLIC_URL`, or by the hub's address in its network. */
  readonly address: string;
  /** Of the broker, for devices. */
  readonly mqttPort: number;
  /** Zones of counters, in the office file's order: each has a board of its own. */
  readonly zones: readonly string[];
}
