export interface PredictionState {
  place?: string;
  group?: string;
  of?: 'all';
}

/** Of which city and which goods it is foretold, and whether of park cities alone. */
export function readPrediction({ place, group, of }: Record<string, unknown>): PredictionState {
  return {
    ...(/^\d{6}$/.test(String(place)) && { place: String(place) }),
    ...(typeof group === 'string' && /^[a-z-]{1,40}$/.test(group) && { group }),
    ...(of === 'all' && { of }),
  };
}
