/** opencc-js ships its dictionaries without types: "traditional simplified|traditional simplified|…". */
declare module 'opencc-js/dict/TSCharacters' {
  const dictionary: string;
  export default dictionary;
}
