// The API against its own description, and requests that are made up.
// usage: node description_test.mjs BINDIR [PART OF A NAME]     exit status 77: skipped
import assert from "node:assert/strict";
import { require, runTests } from "./browsing.mjs";

const Ajv = require("ajv/dist/2020");
const fc = require("fast-check");

const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

// A request as a mistaken program or a curious person might make it.
function requests(names) {
  const word = fc.oneof(fc.string({ unit: "binary", maxLength: 12 }), fc.string({ maxLength: 12 }),
    fc.constantFrom("children", "care leavers", "\"", "(", "NEAR/5", "grade:good", "-", "*", "a*"));
  const value = fc.oneof(word, fc.integer().map(String),
    fc.constantFrom("1", "all", "none", "good", "2020..", "newest", "eastvale", "2024-02-30"));
  const pair = fc.tuple(fc.oneof(fc.constantFrom(...names), fc.string({ maxLength: 8 })), value);
  const path = fc.constantFrom("/search", "/api/search", "/api/facets", "/search.csv", "/search.md",
    "/feed.atom", "/trend");
  return fc.tuple(path, fc.array(word, { maxLength: 3 }), fc.array(pair, { maxLength: 3 }))
    .map(([path_, words, pairs]) => {
      const query = new URLSearchParams([["q", words.join(" ")], ...pairs].map(
        ([name, text]) => [name.toWellFormed?.() ?? name, text.toWellFormed?.() ?? text]));
      return `${path_}?${query}`;
    });
}

await runTests({
  async "every answer of the API is as its description says"(site) {
    const document = await site.json("/openapi.json");
    assert.equal(document.openapi, "3.1.0");
    const ajv = new Ajv({ strict: false, allErrors: true });
    ajv.addSchema(document, "api");
    const check = (name, value) => {
      const validate = ajv.compile({ $ref: `api#/components/schemas/${name}` });
      assert.ok(validate(value), JSON.stringify(validate.errors));
    };
    const json = (address) => site.json(address);
    for (const query of ["q=children&facets=all&limit=100&passages=5", "q=zebra", "sort=newest",
      "q=a*&explain=1", "q=((", "authority=eastvale"])
      check("SearchAnswer", await json(`/api/search?${query}`));
    check("SearchAnswer", await json("/api/facets?q=children"));
    for (const address of ["/api/authorities/Eastvale",
      "/api/authorities/Eastvale/since-last", "/api/matrix?rows=authority&columns=year",
      "/api/matrix?rows=topic&columns=grade&q=children"])
      check("TableAnswer", await json(address));
    for (const hit of (await json("/api/search?sort=newest&limit=100")).results)
      check("WholeReport", await json(`/api/reports/${hit.report.id}`));
    for (const address of ["/api/search?q=a&year=x", "/api/reports/none", "/api/none", "/api/search"])
      check("Problem", await json(address));
    const names = document.paths["/api/search"].get.parameters.map((p) => p.name);
    assert.ok(names.includes("q") && names.includes("grade") && names.includes("type"));
    for (const name of names) {
      const problem = await json(`/api/search?q=a&${name}=%23`);
      assert.ok(!/there is no parameter/.test(problem.detail ?? ""), name);
    }
  },

  async "whatever is asked, the answer is one or says what is wrong with the request"(site) {
    const document = await site.json("/openapi.json");
    const names = document.paths["/api/search"].get.parameters.map((p) => p.name);
    await fc.assert(fc.asyncProperty(requests(names), async (address) => {
      const answer = await fetch(site.base + address);
      const text = await answer.text();
      assert.ok([200, 400, 404, 414].includes(answer.status), `${address}: ${answer.status}`);
      assert.ok(text.length > 0);
      if (answer.headers.get("content-type").includes("json")) JSON.parse(text);
    }), { seed: SEED, numRuns: 400 });
  },
});
