// The models are kept in the form in which Camunda Modeler writes them, so a designer's
// first save shows only what the designer has changed.
//   node scripts/canonical.mjs           names the files that differ
//   node scripts/canonical.mjs --write   rewrites them
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { BpmnModdle } from 'bpmn-moddle';
import { DmnModdle } from 'dmn-moddle';

const require = createRequire(import.meta.url);
const models = join(dirname(fileURLToPath(import.meta.url)), '..');
const bpmn = new BpmnModdle({
	modeler: require('modeler-moddle/resources/modeler.json'),
	zeebe: require('zeebe-bpmn-moddle/resources/zeebe.json')
});
const dmn = new DmnModdle({ modeler: require('modeler-moddle/resources/dmn-modeler.json') });

const files = [
	...readdirSync(models).filter((name) => name.endsWith('.bpmn')).map((name) => [name, bpmn, 'bpmn:Definitions']),
	...readdirSync(join(models, 'decisions')).map((name) => [join('decisions', name), dmn, 'dmn:Definitions'])
];
const write = process.argv.includes('--write');
let wrong = 0;
for (const [name, moddle, type] of files) {
	const text = readFileSync(join(models, name), 'utf8');
	const { rootElement, warnings } = await moddle.fromXML(text, type);
	for (const warning of warnings) {
		console.error(`${name}: ${warning.message}`);
		wrong++;
	}
	const { xml } = await moddle.toXML(rootElement, { format: true });
	if (xml === text) {
		continue;
	}
	if (write) {
		writeFileSync(join(models, name), xml);
		console.log(`rewrote ${name}`);
	}
	else {
		console.error(`${name} is not in the form of Camunda Modeler: run "npm run canonical" in bpmn/`);
		wrong++;
	}
}
process.exit(wrong ? 1 : 0);
