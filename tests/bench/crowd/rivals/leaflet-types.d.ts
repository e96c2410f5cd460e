/** What the benchmark uses of Leaflet and Leaflet.TimeDimension, which bring no types. */
declare module 'leaflet' {
  interface Layer {
    addTo: (map: object) => this;
  }
  interface TimeDimension {
    setCurrentTime: (ms: number) => void;
    on: (event: 'timeload', listener: () => void) => void;
  }
  interface GeoJsonOptions {
    readonly pointToLayer: (feature: object, at: object) => Layer;
  }
  const L: {
    map: (id: string, options: object) => object;
    canvas: () => object;
    circleMarker: (at: object, options: object) => Layer;
    geoJson: (features: readonly object[], options: GeoJsonOptions) => Layer;
    timeDimension: ((options: object) => TimeDimension) & {
      readonly layer: { geoJson: (base: Layer, options: object) => Layer };
    };
  };
  export default L;
}
declare module 'leaflet-timedimension';
