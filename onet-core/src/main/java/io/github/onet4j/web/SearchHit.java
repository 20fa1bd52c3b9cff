package io.github.onet4j.web;

import io.github.onet4j.OnetSocCode;

/**
 * An occupation that the service found by a keyword.
 *
 * @param code its code
 * @param title its title
 */
public record SearchHit(OnetSocCode code, String title) {}
