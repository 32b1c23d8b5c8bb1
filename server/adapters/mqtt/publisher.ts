/** The hub's own messages, QoS 1. */
import type { Aedes } from 'aedes';
import type { Guard } from './guard.ts';

export interface Publisher {
  /** A message of the moment. `sent`: every subscriber has it in its socket, or is gone. */
  send(topic: string, message: object, sent?: () => void): void;
  /** The same in the words of another maker. */
  sendText(topic: string, text: string): void;
  /** A state: also for those who subscribe later. */
  keep(topic: string, message: object | string, sent?: () => void): void;
  /** Takes a state back. */
  clear(topic: string): void;
}

const nothing = () => {};

export function createPublisher(broker: Aedes, guard: Guard): Publisher {
  function publish(topic: string, payload: string, retain: boolean, sent: () => void): void {
    broker.publish({ cmd: 'publish', topic, payload, qos: 1, retain, dup: false }, (error) => {
      if (error) guard.drop('fault', { topic, error: error.message });
      sent();
    });
  }
  return {
    send: (topic, message, sent = nothing) => publish(topic, JSON.stringify(message), false, sent),
    sendText: (topic, text) => publish(topic, text, false, nothing),
    keep: (topic, message, sent = nothing) =>
      publish(topic, typeof message === 'string' ? message : JSON.stringify(message), true, sent),
    clear: (topic) => publish(topic, '', true, nothing),
  };
}
