/**
 * What happened in a partnership, in the words people read.
 */
package org.binome.decision;
