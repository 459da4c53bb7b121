/** The parts of package-lock.json that are looked at. */
export interface Lockfile {
  readonly packages: Record<string, { readonly optionalDependencies?: Record<string, string> }>;
}

/** Where Node would look for a package that the one at this place asks for, nearest first. */
function* placesFor(name: string, place: string): Generator<string> {
  for (let at = place; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    yield `${at}/node_modules/${name}`;
  }
  yield `node_modules/${name}`;
}

/**
 * Optional packages, such as the programs for other systems, that somebody asks for and the lockfile leaves out.
 * npm install forgives that; npm ci on another machine refuses it.
 */
export function findLeftOut({ packages }: Lockfile): string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => ![...placesFor(name, place)].some((candidate) => candidate in packages))
      .map((name) => `package-lock.json leaves out ${name}, which ${place || 'the project'} asks for`),
  );
}
