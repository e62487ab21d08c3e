/**
 * Everything the page may not do: reach a network, leave its address, open windows, ask for permissions.
 * The page is answered by this program alone (page-address.ts). Not for what it may do: see bridge.ts.
 */
import { app } from 'electron';
import type { Session, WebContents } from 'electron';
import type { Page } from '../page';
import { isPageAddress, pageAddress } from './page-address';

/** Before the app is ready: what only a switch can turn off. */
export function isolateProcess(): void {
  // Whatever is asked for, from whichever part of Chromium, has no address.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('webrtc-ip-handling-policy', 'disable_non_proxied_udp');
  app.on('web-contents-created', (_event, contents) => isolateContents(contents));
}

export function isolateSession(session: Session, page: Promise<Page>): void {
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isPageAddress(details.url) });
  });
  session.protocol.handle(new URL(pageAddress).protocol.slice(0, -1), async (request) => {
    const { pathname } = new URL(request.url);
    const found = request.method === 'GET' && isPageAddress(request.url) ? await (await page)(pathname) : null;
    return found ?? new Response(null, { status: 404 });
  });
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // What the page itself made may be saved, by the system's own dialog, which is always shown: a long export outlives the click that began
  // it, so the dialog is what the reader agrees in. Nothing is fetched.
  session.on('will-download', (event, item, contents) => {
    if (!item.getURL().startsWith(`blob:${pageAddress}`) || !isPageAddress(contents.getURL())) return event.preventDefault();
    item.setSaveDialogOptions({ defaultPath: item.getFilename() });
  });
  // Dictionaries would be fetched.
  session.setSpellCheckerEnabled(false);
}

/** A reload is the only navigation there is. */
function stay(event: { readonly url: string; preventDefault(): void }): void {
  if (event.url !== pageAddress) event.preventDefault();
}

function isolateContents(contents: WebContents): void {
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}
