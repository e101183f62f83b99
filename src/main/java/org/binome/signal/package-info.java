/**
 * Messages that processes wait for, stored with the fact they tell of and delivered
 * afterwards.
 */
package org.binome.signal;
