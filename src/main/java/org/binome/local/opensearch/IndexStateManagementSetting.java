package org.binome.local.opensearch;

import java.util.List;

import org.opensearch.common.settings.Setting;
import org.opensearch.plugins.Plugin;

/**
 * Makes OpenSearch accept the one setting of the index state management plugin that
 * Tasklist writes into every index. The plugin itself isn't needed: nothing expires on a
 * developer's machine.
 */
public final class IndexStateManagementSetting extends Plugin {

	@Override
	public List<Setting<?>> getSettings() {
		return List.of(Setting.simpleString("index.plugins.index_state_management.policy_id",
				Setting.Property.IndexScope, Setting.Property.Dynamic));
	}

}
