/**
 * The one place that says pass or hold. A policy is a small pure class: facts in, a
 * verdict with findings out.
 */
package org.binome.gate;
