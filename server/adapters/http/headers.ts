/** What browsers are told not to do with our pages. */
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import helmet from 'helmet';

/** The kiosk reads codes with its camera; nothing of ours listens, or asks where somebody is. */
const permissions = 'camera=(self), microphone=(), geolocation=()';

/** On plain HTTP without what a browser would only complain about there. */
export function safeHeaders(): RequestHandler {
  const [plain, secure] = [policy(false), policy(true)];
  return (request, response, next) => {
    response.setHeader('Permissions-Policy', permissions);
    (request.secure ? secure : plain)(request, response, next);
  };
}

function policy(https: boolean) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        connectSrc: ["'self'", (request) => socketOf(request, https)],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'self'"],
        objectSrc: ["'none'"],
      },
    },
    strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    xFrameOptions: { action: 'sameorigin' },
  });
}

/** Older televisions do not count a WebSocket to the same host as `'self'`. */
function socketOf({ headers: { host = '' } }: IncomingMessage, https: boolean): string {
  return /^[\w.:[\]-]{1,255}$/.test(host) ? `${https ? 'wss' : 'ws'}://${host}` : "'self'";
}
