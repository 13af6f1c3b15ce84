import type { Places } from '../../detection/world.ts';
import type { AddressKnowledge } from '../../firewall/addresses/knowledge.ts';

/** Where addresses are, by the databases that the operator loaded; of the rest nothing is told. */
export function placesBy({ placeOf, asnOf, organizationOf }: AddressKnowledge): Places {
  return {
    locate: (ip) => {
      const { country: code, countryName: country = code, ...place } = placeOf?.(ip) ?? {};
      const { city, latitude, longitude } = place;
      const asn = asnOf?.(ip);
      const asnOrg = organizationOf?.(ip);
      return {
        ...(country === undefined ? {} : { country }),
        ...(city === undefined ? {} : { city }),
        ...(latitude === undefined || longitude === undefined ? {} : { latitude, longitude }),
        ...(asn === undefined ? {} : { asn: String(asn) }),
        ...(asnOrg === undefined ? {} : { asnOrg }),
      };
    },
  };
}
