// Draws every process with bpmn-js in an installed Chromium: docs/processes/<id>.svg.
//   node scripts/pictures.mjs           draws the pictures whose process has changed
//   node scripts/pictures.mjs --all     draws them all
//   node scripts/pictures.mjs --check   fails when a picture is older than its process (needs no browser)
// A picture carries the SHA-256 of the file it shows, so that freshness is a matter of reading, not of drawing.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const models = join(dirname(fileURLToPath(import.meta.url)), '..');
const pictures = join(models, '..', 'docs', 'processes');
const browsers = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

const stale = readdirSync(models).filter((name) => name.endsWith('.bpmn')).map((name) => {
	const xml = readFileSync(join(models, name), 'utf8');
	const source = `source ${name} sha256 ${createHash('sha256').update(xml).digest('hex')}`;
	const picture = join(pictures, name.replace('.bpmn', '.svg'));
	return { name, xml, source, picture };
}).filter(({ source, picture }) => process.argv.includes('--all') || !existsSync(picture)
	|| !readFileSync(picture, 'utf8').includes(source));

if (process.argv.includes('--check')) {
	for (const { name } of stale) {
		console.error(`${name} has changed since its picture was drawn: run "npm run pictures" in bpmn/`);
	}
	process.exit(stale.length ? 1 : 0);
}

if (stale.length) {
	const executablePath = browsers.find((path) => path && existsSync(path));
	if (!executablePath) {
		console.error('No Chromium found. Install one, or name it in the environment variable CHROMIUM.');
		process.exit(1);
	}
	const { default: puppeteer } = await import('puppeteer-core');
	const browser = await puppeteer.launch({ executablePath, args: ['--no-sandbox'] });
	try {
		const page = await browser.newPage();
		await page.setContent('<!doctype html><div id="canvas" style="width:1000px;height:800px"></div>');
		await page.addScriptTag({ path: join(models, 'node_modules/bpmn-js/dist/bpmn-viewer.production.min.js') });
		mkdirSync(pictures, { recursive: true });
		for (const { name, xml, source, picture } of stale) {
			const svg = await page.evaluate(async (text) => {
				const viewer = new window.BpmnJS({ container: '#canvas' });
				const { warnings } = await viewer.importXML(text);
				if (warnings.length) {
					throw new Error(warnings.map((warning) => warning.message).join('\n'));
				}
				const { svg } = await viewer.saveSVG();
				viewer.destroy();
				return svg;
			}, xml);
			writeFileSync(picture, withStableIds(svg).replace('<svg ', `<!-- ${source} -->\n<svg style="background:#fff" `) + '\n');
			console.log(`drew ${name}`);
		}
	}
	finally {
		await browser.close();
	}
}

/** bpmn-js gives its arrow heads random ids; numbering them keeps differences between two pictures readable. */
function withStableIds(svg) {
	const ids = [...new Set(svg.match(/marker-[a-z0-9]{20,}/g))];
	return ids.reduce((text, id, index) => text.replaceAll(id, `marker-${index + 1}`), svg);
}
