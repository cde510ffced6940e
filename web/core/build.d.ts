/** The glue that the compiler writes beside the module. */
declare module '*/build/wasm/downhill.mjs' {
  export default function createModule(options?: {
    wasmBinary?: BufferSource;
    locateFile?: (name: string) => string;
    instantiateWasm?: (imports: WebAssembly.Imports, receive: (instance: WebAssembly.Instance) => void) => object;
    onAbort?: (reason: unknown) => void;
  }): Promise<import('./module.ts').BaseModule>;
}
