package io.github.onet4j.examples.service;

import io.github.onet4j.OnetSocCode;
import io.github.onet4j.gap.GapOptions;

/** The two occupations that a request names, and how to compare them. */
record GapRequest(OnetSocCode from, OnetSocCode to, GapOptions options) {}
