// What the tests in a browser share: an index of corpus/, an ofserve over it, a Chromium, and pages
// that complain about nothing. Ends with status 77, for "skipped", where Chromium or the packages of
// package.json (npm ci) are not there.
import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

const SKIPPED = 77;
const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";
// Containers have no user namespaces for its sandbox; and it is to ask nobody for anything.
const CHROMIUM_ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const here = path.dirname(fileURLToPath(import.meta.url));

if (!existsSync(CHROMIUM) || !existsSync(path.join(here, "node_modules"))) {
  console.log("skipped: this needs Chromium and the packages of package.json (npm ci)");
  process.exit(SKIPPED);
}
export const require = createRequire(import.meta.url);
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

// `documents`: what is indexed. Gives {base, browser, index, stop}.
async function start(bindir, documents) {
  const folder = mkdtempSync(path.join(tmpdir(), "ofserve-pages-"));
  const index = path.join(folder, "index");
  const built = spawnSync(path.join(bindir, "ofindex"), ["-q", "--db", index, documents]);
  assert.equal(built.status, 0, String(built.stderr));
  const server = spawn(path.join(bindir, "ofserve"), ["--db", index, "--listen", "127.0.0.1:0"]);
  process.on("exit", () => server.kill());
  const base = await new Promise((resolve, reject) => {
    server.stderr.on("data", (data) => {
      const found = /http:\/\/[^/]*/.exec(String(data));
      found ? resolve(found[0]) : reject(new Error(String(data)));
    });
  });
  const browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGUMENTS });
  const stop = async () => {
    await browser.close();
    server.kill();
    rmSync(folder, { recursive: true });
  };
  return { base, browser, index, stop };
}

// A server with a browser in front of it.
export class Site {
  constructor({ base, browser }) {
    this.base = base;
    this.browser = browser;
  }

  async text(address) {
    return (await fetch(this.base + address)).text();
  }

  async json(address) {
    return (await fetch(this.base + address)).json();
  }

  // Every page that is opened must have nothing to complain about when it is closed.
  async open(address, options = {}) {
    const context =
      await this.browser.newContext({ viewport: { width: 1200, height: 900 }, reducedMotion: "reduce",
        ...options });
    const page = await context.newPage();
    page.complaints = [];
    page.on("pageerror", (error) => page.complaints.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 40[04]/.test(message.text()))
        page.complaints.push(message.text());
    });
    page.on("request", (request) => {
      if (!request.url().startsWith(this.base)) page.complaints.push(`asks for ${request.url()}`);
    });
    await page.goto(this.base + address);
    return page;
  }

  async close(page) {
    assert.deepEqual(page.complaints, []);
    await page.context().close();
  }
}

// What axe finds wrong on `page`, a line each.
export async function axe(page) {
  // Not by a script tag, which the policy of the pages rightly refuses.
  await page.evaluate(axeSource);
  const result = await page.evaluate(() => globalThis.axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    resultTypes: ["violations"],
  }));
  return result.violations.map((v) => `${v.id}: ${v.help}: ${v.nodes.map((n) => n.html).join(" | ")}`);
}

// Runs {"what holds": async (site) => ...} over corpus/; `node TEST BINDIR [PART OF A NAME]`. Ends
// the process.
export async function runTests(tests) {
  const [, , bindir, only] = process.argv;
  const parts = await start(path.resolve(bindir), path.join(here, "../../corpus"));
  const site = new Site(parts);
  let failed = 0;
  try {
    for (const [name, test] of Object.entries(tests)) {
      if (only && !name.includes(only)) continue;
      const begun = Date.now();
      try {
        await test(site);
        console.log(`PASS ${name} (${((Date.now() - begun) / 1000).toFixed(1)} s)`);
      } catch (error) {
        failed += 1;
        console.log(`FAIL ${name}\n${error.message}`);
      }
    }
  } finally {
    await parts.stop();
  }
  process.exit(failed ? 1 : 0);
}
