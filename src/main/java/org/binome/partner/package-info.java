/**
 * Organisations, their people and the partnerships we build with them. Signed links let
 * the partner's people answer without an account.
 */
package org.binome.partner;
