/** Opens the port of its first argument and says what it hears; nothing else ever happens in this process, and it lives on. */
import { openPort } from '../../counter-firmware-bridge/port.ts';

const [, , port = ''] = process.argv;
setInterval(() => {}, 3_600_000);
openPort(
  { port, baud: 115_200 },
  {
    opened: () => process.stdout.write('opened\n'),
    closed() {},
    bytes: (chunk) => process.stdout.write(chunk),
    trouble() {},
  },
);
