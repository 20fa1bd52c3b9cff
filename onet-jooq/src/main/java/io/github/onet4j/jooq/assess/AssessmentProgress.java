package io.github.onet4j.jooq.assess;

import io.github.onet4j.OnetSocCode;

/**
 * How far a run of assessments has come.
 *
 * @param done how many occupations are done with: assessed, found, or failed
 * @param total how many there are
 * @param code the occupation that was done with last
 * @param calls how often the model has been asked in this run
 * @param tokens the tokens of prompts and replies in this run, as far as the model tells them
 */
public record AssessmentProgress(int done, int total, OnetSocCode code, int calls, long tokens) {}
