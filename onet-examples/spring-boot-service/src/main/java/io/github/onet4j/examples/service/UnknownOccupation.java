package io.github.onet4j.examples.service;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * A problem with an occupation that the release does not have.
 *
 * @param code the requested O*NET-SOC code
 * @param sameMinorGroup occupations of the same minor group, which may be meant; may be empty
 */
record UnknownOccupation(@JsonUnwrapped Problem problem, String code, List<OccupationName> sameMinorGroup) {}
