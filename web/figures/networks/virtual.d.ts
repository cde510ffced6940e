/** The address of the packed pictures; web/site/build/digit-images.ts makes them. */
declare module 'virtual:digit-images' {
  const address: string;
  export default address;
}
