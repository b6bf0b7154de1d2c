// The views that are loaded after the hits are painted, as one script: of scripts of their own each would share modules with
// app.js in another way, and the first hit would wait for a chunk for each way.
export { createMap } from './map.js';
export { createReader } from './reader.js';
export { createTimeline } from './timeline.js';
