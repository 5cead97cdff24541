"""Pure: domain values to the JSON documents of the contract. Their schemas are generated into docs/."""
