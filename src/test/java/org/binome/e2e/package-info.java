/**
 * The whole product on the real Camunda, driven from outside.
 */
package org.binome.e2e;
