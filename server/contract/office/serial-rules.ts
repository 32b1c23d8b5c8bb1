/** Whether a serial line's parts agree: its protocol with what is said beside it, its devices with one another. */
import type { Draft } from './draft.ts';
import type { OfficeMistake } from './expected.ts';
import { readTemplate } from './frame-template.ts';

type Line = NonNullable<Draft['serial']>[number];
type Rule = (line: Line, path: OfficeMistake['path']) => OfficeMistake[];

export const serialLines = ({ serial = [] }: Draft): OfficeMistake[] =>
  serial.flatMap((line, index) => rules.flatMap((rule) => rule(line, ['serial', index])));

/** The levels beside the devices' own under `loket/v1`. */
const reserved = ['hub', 'counter', 'service', 'call'];

const crowded: Rule = ({ mode = 'p2p', devices = [] }, path) =>
  mode !== 'p2p' || devices.length < 2
    ? []
    : [
        {
          path: [...path, 'devices', 1],
          message: 'expected one device on a p2p line; several need mode: bus',
        },
      ];

const named: Rule = ({ devices = [] }, path) =>
  devices.flatMap(({ id }, index) =>
    id === undefined || !reserved.includes(id)
      ? []
      : [
          {
            path: [...path, 'devices', index, 'id'],
            message: `expected an id other than ${reserved.join(', ')}, found "${id}"`,
          },
        ],
  );

const framed: Rule = ({ protocol, ascii }, path) => {
  const at = [...path, 'ascii'];
  if (protocol === 'ascii' && ascii === undefined)
    return [
      {
        path: at,
        message:
          'missing: expected how the board wants its frame, such as { template: "\\x02{text:4}\\x03" }',
      },
    ];
  return protocol === undefined || protocol === 'ascii' || ascii === undefined
    ? []
    : [{ path: at, message: 'expected "protocol: ascii" beside it' }];
};

/** What a template says and what is said beside it. */
const templated: Rule = ({ ascii, mode, devices = [] }, path) => {
  const read = readTemplate(ascii?.template ?? '');
  if (!read.ok) return [];
  const has = (kind: string) => read.parts.some((part) => part.kind === kind);
  const isChecked = (ascii?.check ?? 'none') !== 'none';
  const template = [...path, 'ascii', 'template'];
  return [
    ...(has('check') && !isChecked
      ? [
          {
            path: [...path, 'ascii', 'check'],
            message: 'expected what the {check} of the template is, such as xor8',
          },
        ]
      : []),
    ...(isChecked && !has('check')
      ? [{ path: template, message: `expected {check} where the check sum ${ascii?.check} belongs` }]
      : []),
    ...(mode === 'bus' && devices.length > 1 && !has('addr') && !has('counter')
      ? [{ path: template, message: 'expected {addr:02}: without it all boards of the line show the same' }]
      : []),
  ];
};

const registers: Rule = ({ protocol, devices = [] }, path) =>
  devices.flatMap(({ modbus }, index) =>
    modbus === undefined || protocol === undefined || protocol === 'modbus'
      ? []
      : [
          {
            path: [...path, 'devices', index, 'modbus'],
            message: 'expected "protocol: modbus" for the line',
          },
        ],
  );

const rules: readonly Rule[] = [crowded, named, framed, templated, registers];
