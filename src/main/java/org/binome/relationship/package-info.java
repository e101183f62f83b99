/**
 * From interest to agreed terms: the named pair, the four pillars, quantified objectives,
 * the term sheet and the sponsor's decision. What people enter is kept as it came; the
 * gates say what is missing.
 */
package org.binome.relationship;
