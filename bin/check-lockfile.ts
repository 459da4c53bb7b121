import { conclude, readText } from './checks/files.ts';
import { findLeftOut, type Lockfile } from './checks/lockfile.ts';

const lockfile = JSON.parse(readText('package-lock.json')) as Lockfile;
conclude(findLeftOut(lockfile), 'The lockfile is complete.');
