package io.github.onet4j.examples.service;

import io.github.onet4j.OnetSocCode;

/** The two occupations that a request names. */
record OccupationPair(OnetSocCode from, OnetSocCode to) {}
