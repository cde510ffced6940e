import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { complaint } from '../../tools/rebuild_core.ts';

const root = join(import.meta.dirname, '../..');

test('of a failed build only what the compiler says is shown', () => {
  const output = `[0/2] Re-checking globbed directories...
[1/3] Building CXX object CMakeFiles/downhill_core.dir/src/calculus/parse.cpp.o
FAILED: CMakeFiles/downhill_core.dir/src/calculus/parse.cpp.o
/usr/bin/em++ -O3 -o CMakeFiles/downhill_core.dir/src/calculus/parse.cpp.o -c ${root}/src/calculus/parse.cpp
${root}/src/calculus/parse.cpp:227:14: error: expected expression
int broken = ;
             ^
1 error generated.
em++: error: '/usr/bin/clang++ -target wasm32-unknown-emscripten' failed (returned 1)
ninja: build stopped: subcommand failed.
`;
  assert.equal(
    complaint(output),
    'src/calculus/parse.cpp:227:14: error: expected expression\nint broken = ;\n             ^\n1 error generated.',
  );
});

test('a failure without such lines is shown whole', () => {
  assert.equal(complaint('ninja: error: loading build.ninja'), 'ninja: error: loading build.ninja');
});
