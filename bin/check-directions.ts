import { findViolations } from './checks/directions.ts';
import { conclude, listFiles, readText } from './checks/files.ts';
import { readModule } from './checks/read-module.ts';

const paths = listFiles(/^src\/.*\.tsx?$/);
const modules = paths.map((path) => readModule(path, readText(path)));
conclude(findViolations(modules), `${modules.length} files keep to the directions.`);
