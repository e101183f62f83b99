// Validates the element templates against Camunda's schema.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { validateAllZeebe } from '@bpmn-io/element-templates-validator';

const folder = join(dirname(fileURLToPath(import.meta.url)), '..', '.camunda', 'element-templates');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const { valid, results } = validateAllZeebe(names.map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8'))));

results.forEach((result, index) => {
	for (const error of result.errors ?? []) {
		console.error(`${names[index]}: ${error.message}`);
	}
});
console.log(`${names.length} element templates`);
process.exit(valid ? 0 : 1);
