/**
 * What is followed after the launch: decisive metrics, readings, periodic reviews, the
 * decision before the notice date.
 */
package org.binome.tracking;
